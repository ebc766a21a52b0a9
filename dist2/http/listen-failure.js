/**
 * What to say about a port that cannot be listened on; undefined where the error is another one.
 * @param variable the environment variable that names the port
 */
export function explainListenFailure(error, variable) {
    const { code, syscall, port, message } = Object(error);
    if (syscall === 'listen' && code === 'EADDRINUSE') {
        return `Port ${port} is in use. Stop what uses it, or set ${variable} to another one.`;
    }
    if (syscall === 'listen' && code === 'EACCES') {
        return `This user may not listen on port ${port}. Set ${variable} to one above 1023.`;
    }
    if (syscall === 'listen' || syscall === 'getaddrinfo')
        return `TAU cannot listen on HOST: ${message}`;
    return undefined;
}
//# sourceMappingURL=listen-failure.js.map