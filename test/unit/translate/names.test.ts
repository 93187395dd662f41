import assert from 'node:assert/strict';
import {
  avoidGoWords,
  avoidPythonWords,
  goName,
  NameTable,
  pythonName,
  splitName,
} from '../../../src/core/translate/names';

describe('names', () => {
  it('takes a name apart whatever its habit', () => {
    assert.deepEqual(splitName('user_id'), ['user', 'id']);
    assert.deepEqual(splitName('HTTPServer'), ['http', 'server']);
    assert.deepEqual(splitName('MAX_SIZE'), ['max', 'size']);
    assert.deepEqual(splitName('parseURL'), ['parse', 'url']);
  });

  it('writes Python names as Go does, initialisms in one case', () => {
    assert.equal(goName('hello_world', 'function'), 'helloWorld');
    assert.equal(goName('user_id', 'variable'), 'userID');
    assert.equal(goName('url', 'variable'), 'url');
    assert.equal(goName('url', 'field', true), 'URL');
    assert.equal(goName('MAX_SIZE', 'constant'), 'maxSize');
    assert.equal(goName('_private', 'method', true), 'Private');
    assert.equal(goName('_', 'variable'), '_');
  });

  it('keeps the spelling that an author gave a class', () => {
    assert.equal(goName('HTTPServer', 'type'), 'HTTPServer');
    assert.equal(goName('point', 'type'), 'Point');
  });

  it('writes Go names as Python does', () => {
    assert.equal(pythonName('helloWorld', 'function'), 'hello_world');
    assert.equal(pythonName('userID', 'variable'), 'user_id');
    assert.equal(pythonName('maxSize', 'constant'), 'MAX_SIZE');
    assert.equal(pythonName('HTTPServer', 'type'), 'HTTPServer');
  });

  it('keeps clear of words that mean something else in the target', () => {
    assert.equal(avoidGoWords('type'), 'kind');
    assert.equal(avoidGoWords('select'), 'selectValue');
    assert.equal(avoidGoWords('name'), 'name');
    assert.equal(avoidPythonWords('lambda'), 'lambda_');
    assert.equal(avoidPythonWords('list'), 'list_');
  });

  it('gives the same key the same name and two keys never one', () => {
    const table = new NameTable(avoidGoWords);
    assert.equal(table.of('user_id', 'userID'), 'userID');
    assert.equal(table.of('userId', 'userID'), 'userID2');
    assert.equal(table.of('user_id', 'userID'), 'userID');
    assert.equal(table.fresh('userID'), 'userID3');
  });

  it('takes the names of a trial back', () => {
    const table = new NameTable(avoidGoWords);
    table.of('a', 'a');
    const undo = table.mark();
    assert.equal(table.fresh('a'), 'a2');
    undo();
    assert.equal(table.fresh('a'), 'a2');
  });
});
