import { setFlagsFromString } from 'node:v8';

// V8 collects garbage in full when the heap has grown by a few megabytes, and counts what lies outside of it too: 46 KiB
// for each TLS connection. When thousands of stations reconnect over TLS, that is a full collection for every hundred of
// them, a fifth of all work. And with two cores a full collection holds up all answers for a tenth of a second. One and a
// half times as much again as lives is let through instead: some 100 MiB.
setFlagsFromString('--heap-growing-percent=150');
