/** Turns types of the contract into JSON schemas (2020-12), asking the TypeScript compiler what they are. */
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './install.mjs';

const file = join(root, 'backend/contract/src/answers-of-the-api.ts');
const known = new Set(['Page', 'Record', 'Pick', 'Omit', 'Partial']);
const reference = (name) => ({ $ref: `#/components/schemas/${name}` });

/** A file that says nothing but the types that are asked for, held in memory. */
function programFor(answers) {
  const names = new Set(answers.flatMap((answer) => answer.match(/\b[A-Z]\w+/g) ?? []));
  const own = [...names].filter((name) => !known.has(name) || name === 'Page');
  const lines = answers.map((answer, at) => `  a${at}: ${answer};`);
  const text = `import type { ${own.join(', ')} } from './index.js';\nexport interface Answers {\n${lines.join('\n')}\n}\n`;
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    experimentalDecorators: true,
    skipLibCheck: true,
    types: [],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => (path === file ? text : readFile(path));
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, target, ...rest) =>
    path === file ? ts.createSourceFile(path, text, target, true) : getSourceFile(path, target, ...rest);
  const program = ts.createProgram([file], options, host);
  const faults = program.getSemanticDiagnostics(program.getSourceFile(file));
  if (faults.length > 0) throw new Error(ts.flattenDiagnosticMessageText(faults[0].messageText, '\n'));
  return program;
}

class Reader {
  schemas = {};

  constructor(checker) {
    this.checker = checker;
  }

  schemaOf(type) {
    const { flags } = type;
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
    if (flags & ts.TypeFlags.StringLiteral) return { type: 'string', const: type.value };
    if (flags & ts.TypeFlags.NumberLiteral) return { type: 'number', const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { type: 'boolean', const: type.intrinsicName === 'true' };
    if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (flags & ts.TypeFlags.StringLike)
      return { type: 'string', ...(type.aliasSymbol?.name === 'Instant' && { format: 'date-time' }) };
    if (type.isUnion()) return this.unionOf(type);
    if (this.checker.isTupleType(type)) return this.tupleOf(type);
    if (this.checker.isArrayType(type)) {
      return { type: 'array', items: this.schemaOf(this.checker.getTypeArguments(type)[0]) };
    }
    return this.objectOf(type);
  }

  /** Literals of one kind are a list; null stands beside the rest. */
  unionOf(type) {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const texts = parts.filter((part) => part.isStringLiteral());
    const booleans = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
    const others = parts.filter((part) => !texts.includes(part) && !(booleans.length === 2 && booleans.includes(part)));
    const isNull = ({ flags }) => Boolean(flags & ts.TypeFlags.Null);
    // In an order that does not hang on what else the compiler has seen.
    const rest = [...others.filter((part) => !isNull(part)), ...others.filter(isNull)];
    const schemas = [
      ...(texts.length === 0 ? [] : [{ type: 'string', enum: texts.map(({ value }) => value).sort() }]),
      ...(booleans.length === 2 ? [{ type: 'boolean' }] : []),
      ...rest.map((part) => this.schemaOf(part)),
    ];
    return schemas.length === 1 ? schemas[0] : { anyOf: schemas };
  }

  tupleOf(type) {
    const items = this.checker.getTypeArguments(type).map((part) => this.schemaOf(part));
    return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
  }

  objectOf(type) {
    const symbol = type.aliasSymbol ?? type.symbol;
    const isGeneric = (type.aliasTypeArguments ?? this.checker.getTypeArguments(type) ?? []).length > 0;
    const isNamed = symbol !== undefined && /^[A-Z]/.test(symbol.name) && !isGeneric && !known.has(symbol.name);
    if (!isNamed) return this.membersOf(type);
    if (!(symbol.name in this.schemas)) {
      // Its place first: a type may hold itself.
      this.schemas[symbol.name] = {};
      this.schemas[symbol.name] = { ...this.wordsOf(symbol), ...this.membersOf(type) };
    }
    return reference(symbol.name);
  }

  membersOf(type) {
    const properties = this.checker.getPropertiesOfType(type);
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const shown = properties.map((property) => [property.name, this.propertyOf(property)]);
    const required = properties.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
    return {
      type: 'object',
      ...(shown.length === 0 ? {} : { properties: Object.fromEntries(shown) }),
      ...(required.length === 0 ? {} : { required }),
      ...(index === undefined ? {} : { additionalProperties: this.schemaOf(index.type) }),
    };
  }

  propertyOf(property) {
    const type = this.checker.getTypeOfSymbol(property);
    const schema = this.schemaOf(type);
    return { ...schema, ...this.wordsOf(property) };
  }

  wordsOf(symbol) {
    const words = ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).trim();
    return words === '' ? {} : { description: words };
  }
}

const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

export function answerSchemas(answers) {
  const asked = [...new Set(answers)].sort();
  const program = programFor(asked);
  const checker = program.getTypeChecker();
  const reader = new Reader(checker);
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  const all = checker.getDeclaredTypeOfSymbol(module.exports.get('Answers'));
  const found = asked.map((answer, at) => {
    const type = checker.getTypeOfSymbol(all.getProperty(`a${at}`));
    return [answer, reader.schemaOf(type)];
  });
  return { answers: Object.fromEntries(found), schemas: sorted(reader.schemas) };
}
