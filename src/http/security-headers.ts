import helmet from 'helmet';

/**
 * Headers that keep browsers from misusing answers. The policy is as strict as Swagger UI allows: its page carries
 * inline styles and data: images. No upgrade to https is forced: a laptop has none, and elsewhere the proxy says it.
 */
export const securityHeaders = (): ReturnType<typeof helmet> =>
  helmet({
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
