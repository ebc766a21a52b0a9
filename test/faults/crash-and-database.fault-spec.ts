import { playQuickly } from './quick.js';
import { OF_CRASH_AND_DATABASE } from './rows/index.js';

playQuickly(OF_CRASH_AND_DATABASE);
