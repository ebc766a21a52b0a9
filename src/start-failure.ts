import { StartError } from './common/start-error.js';
import { ConfigError } from './config/read-config.js';

/** What to say about a start that failed: a sentence where the cause is known, else everything. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, port } = error as NodeJS.ErrnoException & { port?: number };
  if (syscall === 'listen' && code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what uses it, or set PORT to another one.`;
  }
  if (syscall === 'listen' && code === 'EACCES') {
    return `This user may not listen on port ${port}. Set PORT to one above 1023.`;
  }
  if (syscall === 'listen' || syscall === 'getaddrinfo') return `TAU cannot listen on HOST: ${error.message}`;
  return error.stack ?? error.message;
}
