/** The part of JSON Schema (draft 7) that the OCPP schemas use. */
export interface JsonSchema {
  $id?: string;
  $ref?: string;
  definitions?: Record<string, JsonSchema>;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  enum?: string[];
  maxLength?: number;
  format?: string;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
}

/** Whether a payload asks or answers. */
export type MessageDirection = 'request' | 'response';

/** Changes every schema inside a schema, itself included; the innermost first. */
export function visitSchemas(schema: JsonSchema, visit: (schema: JsonSchema) => void): void {
  for (const inner of Object.values(schema.definitions ?? {})) visitSchemas(inner, visit);
  for (const inner of Object.values(schema.properties ?? {})) visitSchemas(inner, visit);
  if (schema.items) visitSchemas(schema.items, visit);
  visit(schema);
}
