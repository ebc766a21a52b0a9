import { tokenKeyOf } from '../authorization/index.js';
import { isClosedByRule } from './closing.js';
/** Whether a message shows that a transaction went on after a rule had taken it for ended. */
export const provesAlive = ({ provisionalEndAt, closedBy }, message) => provisionalEndAt !== null && isClosedByRule(closedBy) && message.time > provisionalEndAt;
/**
 * Whether a start is that of another transaction with the same id: the station counts from the beginning again. It is
 * where the known one has ended before, or where it went on, or had another token, and yet starts later.
 */
export function beginsAnew({ progress }, message) {
    if (message.step !== 'started' || !progress?.start.value.real)
        return false;
    if (message.time.getTime() <= progress.start.value.time)
        return false;
    if (progress.end)
        return message.time.getTime() > progress.end.value.time;
    const lastSeqNo = progress.seqNos?.at(-1)?.[1];
    const token = progress.token?.value;
    const isOtherToken = token && message.idToken && tokenKeyOf(token) !== tokenKeyOf(message.idToken);
    return message.seqNo !== undefined && lastSeqNo !== undefined && (lastSeqNo > message.seqNo || Boolean(isOtherToken));
}
//# sourceMappingURL=course.js.map