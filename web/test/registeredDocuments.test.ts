import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { registeredDocuments, registeredText } from '../registerDocuments.ts';

test('the gateway lets the app run exactly the operations that it has', () => {
  const committed = readFileSync(registeredDocuments, 'utf8');
  expect(committed, 'run `npm run documents -w web` and commit the file').toBe(registeredText());
});
