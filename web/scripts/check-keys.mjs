/**
 * Fails when a word of the English catalogue is said nowhere. Whether Spanish has the same words is
 * for the compiler (es/index.ts). What is looked up by a name that is only known later counts as
 * said, and so does what is handed on as a whole to code that has names of its own for its parts.
 */
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

const web = fileURLToPath(new URL('..', import.meta.url));
const CATALOGUE = `${web}src/lib/strings/en/`;
const { options, fileNames } = ts.parseJsonConfigFileContent(ts.readConfigFile(`${web}tsconfig.json`, ts.sys.readFile).config, ts.sys, web);
const program = ts.createProgram(fileNames, options);
const checker = program.getTypeChecker();

const words = new Map();
const said = new Set();
for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(CATALOGUE) && !isTest(fileName))) collect(file);
for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${web}src/`) && !fileName.includes('/lib/strings/') && !isTest(fileName))) hear(file);

const unsaid = [...words].filter(([node]) => !said.has(node)).map(([, name]) => name);
unsaid.forEach((name) => console.error(`Nobody says ${name}`));
process.exit(unsaid.length > 0 ? 1 : 0);

function isTest(name) {
  return name.includes('.test.') || name.includes('/testing/');
}

/** Note every leaf that has a name of its own in the type of its area. */
function collect(file) {
  const module = checker.getSymbolAtLocation(file);
  if (!module || file.fileName.endsWith('/index.ts')) return;
  for (const area of checker.getExportsOfModule(module)) walk(checker.getTypeOfSymbol(area), area.name);
}

function walk(type, path) {
  for (const property of partsOf(type)) {
    const inner = checker.getTypeOfSymbol(property);
    if (partsOf(inner).length > 0) walk(inner, `${path}.${property.name}`);
    else words.set(property.valueDeclaration, `${path}.${property.name}`);
  }
}

/** The parts of a type that were written down in the catalogue. */
function partsOf(type) {
  return checker.getPropertiesOfType(type).filter(({ valueDeclaration: where }) => where && ts.isPropertyAssignment(where) && where.getSourceFile().fileName.startsWith(CATALOGUE));
}

function hear(node) {
  if (ts.isExpression(node) || ts.isBindingElement(node)) note(node);
  ts.forEachChild(node, hear);
}

function note(node) {
  const named = ts.isPropertyAccessExpression(node) ? node.name : ts.isBindingElement(node) ? (node.propertyName ?? node.name) : undefined;
  if (named && ts.isIdentifier(named)) sayPart(node, named);
  if (ts.isElementAccessExpression(node)) sayAll(typeOf(node.expression));
  else if (isHandedOn(node)) sayAll(typeOf(node));
}

function sayPart(node, named) {
  const from = ts.isPropertyAccessExpression(node) ? typeOf(node.expression) : checker.getTypeAtLocation(node.parent);
  for (const one of from.isUnion() ? from.types : [from]) say(checker.getPropertyOfType(one, named.text));
}

function say(symbol) {
  for (const where of symbol?.declarations ?? []) said.add(where);
}

function sayAll(type) {
  for (const part of (type.isUnion() ? type.types : [type]).flatMap(partsOf)) {
    say(part);
    sayAll(checker.getTypeOfSymbol(part));
  }
}

/** A whole part of the catalogue that leaves the names of the catalogue behind. */
function isHandedOn(node) {
  const { parent } = node;
  if (!ts.isExpression(node) || ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return false;
  if (ts.isVariableDeclaration(parent) && parent.initializer === node && !parent.type) return false;
  const type = typeOf(node);
  const parts = (type.isUnion() ? type.types : [type]).flatMap(partsOf);
  if (parts.length === 0) return false;
  // Of two parts that look alike the compiler remembers one.
  if (ts.isConditionalExpression(parent) || ts.isBinaryExpression(parent)) return true;
  if (ts.isSpreadAssignment(parent) || ts.isJsxSpreadAttribute(parent)) return true;
  const wanted = checker.getContextualType(node);
  return wanted !== undefined && !parts.every((part) => checker.getPropertyOfType(wanted, part.name)?.valueDeclaration === part.valueDeclaration);
}

function typeOf(node) {
  return checker.getNonNullableType(checker.getTypeAtLocation(node));
}
