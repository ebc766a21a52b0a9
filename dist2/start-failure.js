import { StartError } from './common/start-error.js';
import { ConfigError } from './config/read-config.js';
import { explainListenFailure } from './http/listen-failure.js';
/** What to say about a start that failed: a sentence where the cause is known, else everything. */
export function explainStartFailure(error) {
    if (error instanceof StartError || error instanceof ConfigError)
        return error.message;
    if (!(error instanceof Error))
        return String(error);
    return explainListenFailure(error, 'PORT') ?? error.stack ?? error.message;
}
//# sourceMappingURL=start-failure.js.map