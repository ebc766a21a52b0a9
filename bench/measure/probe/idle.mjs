// Does nothing: how late its event loop is, is the fault of the machine alone.
process.on('disconnect', () => process.exit());
process.send('ready');
