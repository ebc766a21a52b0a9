// Does nothing, for as long as its parent lives.
process.on('disconnect', () => process.exit());
setInterval(() => undefined, 60_000);
