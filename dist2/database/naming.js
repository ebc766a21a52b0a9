import { DefaultNamingStrategy } from 'typeorm';
const snake = (text) => text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const nameOf = (table) => (typeof table === 'string' ? table : table.name).replace(/^.*\./, '');
/** snake_case columns, and keys and indexes with readable names instead of hashes. */
export class SnakeNaming extends DefaultNamingStrategy {
    columnName(property, custom) {
        return custom ?? snake(property);
    }
    joinColumnName(relation, column) {
        return snake(`${relation}_${column}`);
    }
    primaryKeyName(table) {
        return `pk_${nameOf(table)}`;
    }
    foreignKeyName(table, columns) {
        return `fk_${nameOf(table)}_${columns.join('_')}`;
    }
    indexName(table, columns) {
        return `ix_${nameOf(table)}_${columns.join('_')}`;
    }
    uniqueConstraintName(table, columns) {
        return `uq_${nameOf(table)}_${columns.join('_')}`;
    }
}
//# sourceMappingURL=naming.js.map