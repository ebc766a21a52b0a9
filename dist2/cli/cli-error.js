/** Something that the person at the terminal can mend; the message says how. */
export class CliError extends Error {
    constructor(message) {
        super(message);
        this.name = 'CliError';
    }
}
/** Runs a command to its end: a CliError becomes a sentence, anything else a stack trace, both exit code 1. */
export function runCommand(main) {
    // somebody pipes the output into `head` and has seen enough
    process.stdout.on('error', () => process.exit(0));
    main().then((exitCode) => process.exit(exitCode), (error) => {
        const text = error instanceof CliError ? error.message : error instanceof Error ? error.stack : String(error);
        process.stderr.write(`\n${text}\n`);
        process.exit(1);
    });
}
//# sourceMappingURL=cli-error.js.map