import { setFlagsFromString } from 'node:v8';

// V8 collects garbage in full when the heap has grown by a few megabytes, and counts what lies outside of it too: 46 KiB
// for each TLS connection. When thousands of stations reconnect over TLS, that is a full collection for every hundred of
// them, a fifth of all work. And with two cores a full collection holds up all answers for a tenth of a second. One and a
// half times as much again as lives is let through instead: some 100 MiB.
setFlagsFromString('--heap-growing-percent=150');

// V8 remembers the lines whose objects mostly outlived a collection of the young generation, and makes what they make in
// old space from then on. One busy moment, in which answers take long, is enough for that, and ever after what a message
// is made of waits there for a full collection. Without it half as much comes to lie there, and full collections are
// half as many.
setFlagsFromString('--no-allocation-site-pretenuring');
