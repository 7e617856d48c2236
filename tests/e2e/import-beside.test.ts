import { describeCancelledImport } from './cancelled-import.ts';

describeCancelledImport({ dialect: 'sqlite', count: 20_000 });
