import { within } from './deadline.js';
import { CallError } from './errors.js';
/** Leaves a CALL of the CSMS unanswered. */
export const NO_ANSWER = Symbol('no answer');
/** CALLs that nobody has read; enough for every test, and no leak in a demonstration that runs for days. */
const KEPT = 1000;
/** What the CSMS says: answered as planned, else as the station's dialect does, else with NotImplemented. */
export class Inbox {
    parts;
    plans = new Map();
    unread = [];
    readers = [];
    constructor(parts) {
        this.parts = parts;
    }
    plan(action, answer, optional) {
        this.plans.set(action, { answer, optional, used: false });
    }
    /** Planned exchanges that have not happened. */
    get unmet() {
        return [...this.plans].filter(([, { used, optional }]) => !used && !optional).map(([action]) => action);
    }
    /** The next CALL with this action that nobody has read yet. */
    next(action, timeoutMs) {
        const index = this.unread.findIndex((call) => call.action === action);
        if (index >= 0)
            return Promise.resolve(this.unread.splice(index, 1)[0].payload);
        let reader;
        const arrival = new Promise((read) => this.readers.push((reader = { action, read })));
        return within(timeoutMs, `${action} from the CSMS`, arrival).finally(() => {
            const left = this.readers.indexOf(reader);
            if (left >= 0)
                this.readers.splice(left, 1);
        });
    }
    async receive(messageId, action, payload) {
        const { answer, after } = await this.reply(action, payload);
        this.hand(action, payload);
        await this.parts.delay();
        if (answer === NO_ANSWER)
            return;
        if (answer instanceof CallError) {
            this.parts.send(JSON.stringify([4, messageId, answer.code, answer.description, answer.details]));
        }
        else {
            this.parts.send(JSON.stringify([3, messageId, answer]));
        }
        try {
            await after?.();
        }
        catch (error) {
            this.parts.followUpFailed(error);
        }
    }
    async reply(action, payload) {
        const plan = this.plans.get(action);
        if (plan) {
            plan.used = true;
            return { answer: typeof plan.answer === 'function' ? await plan.answer(payload) : plan.answer };
        }
        const { dialect, station } = this.parts;
        const commands = dialect.commands;
        const command = Object.hasOwn(commands, action) ? commands[action] : undefined;
        return command?.(payload, station) ?? { answer: new CallError('NotImplemented', `This station has no ${action}`) };
    }
    hand(action, payload) {
        const index = this.readers.findIndex((reader) => reader.action === action);
        if (index >= 0)
            this.readers.splice(index, 1)[0].read(payload);
        else if (this.unread.push({ action, payload }) > KEPT)
            this.unread.shift();
    }
}
//# sourceMappingURL=inbox.js.map