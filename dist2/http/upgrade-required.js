import { ProblemError } from '../common/problems.js';
import { answerWithProblem } from './problem.filter.js';
/** Answers a plain request where stations connect: there are WebSockets and nothing else. [RFC 9110 15.5.22] */
export const upgradeRequired = (request, response) => {
    const detail = 'Stations connect here by WebSocket, with a subprotocol such as ocpp1.6 or ocpp2.0.1.';
    response.setHeader('Upgrade', 'websocket').setHeader('Connection', 'Upgrade');
    answerWithProblem(new ProblemError('upgrade-required', 426, detail), request, response);
};
//# sourceMappingURL=upgrade-required.js.map