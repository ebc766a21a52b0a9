import helmet from 'helmet';
/**
 * Headers that keep browsers from misusing answers. The policy is as strict as Swagger UI allows: its page carries
 * inline styles and data: images. No upgrade to https is forced and no HSTS sent: it would hold for
 * every port and subdomain of the host, the plain port of TAU among them. A proxy that owns the name may say it.
 */
export const securityHeaders = () => helmet({
    strictTransportSecurity: false,
    contentSecurityPolicy: {
        useDefaults: false,
        directives: {
            defaultSrc: ["'none'"],
            scriptSrc: ["'self'"],
            styleSrc: ["'self'", "'unsafe-inline'"],
            imgSrc: ["'self'", 'data:'],
            fontSrc: ["'self'", 'data:'],
            connectSrc: ["'self'"],
            baseUri: ["'none'"],
            formAction: ["'self'"],
            frameAncestors: ["'none'"],
        },
    },
});
//# sourceMappingURL=security-headers.js.map