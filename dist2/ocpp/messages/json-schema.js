/** Changes every schema inside a schema, itself included; the innermost first. */
export function visitSchemas(schema, visit) {
    for (const inner of Object.values(schema.definitions ?? {}))
        visitSchemas(inner, visit);
    for (const inner of Object.values(schema.properties ?? {}))
        visitSchemas(inner, visit);
    if (schema.items)
        visitSchemas(schema.items, visit);
    visit(schema);
}
//# sourceMappingURL=json-schema.js.map