import { describeCancelledImport } from '../e2e/cancelled-import.ts';
import { testDialects } from '../support/dialects.ts';

for (const dialect of testDialects) describeCancelledImport({ dialect, count: 50_000 });
