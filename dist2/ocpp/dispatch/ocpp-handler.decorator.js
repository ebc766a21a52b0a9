import { SetMetadata } from '@nestjs/common';
export const OCPP_HANDLER = Symbol('OCPP_HANDLER');
/**
 * Marks a method of any provider as the handler of a CALL from stations.
 *
 * `@OcppHandler('BootNotification', '1.6')` on `boot(request, context)`: a typo, an action that the CSMS sends
 * itself, the payload of another version or a wrong response do not compile. A second handler for the same action
 * and version stops the start.
 */
export function OcppHandler(action, ...versions) {
    // the generic M is needed: without it correct async methods are rejected
    return (target, key, descriptor) => {
        SetMetadata(OCPP_HANDLER, { action, versions })(target, key, descriptor);
    };
}
//# sourceMappingURL=ocpp-handler.decorator.js.map