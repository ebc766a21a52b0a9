import { playQuickly } from './quick.js';
import { OF_DISK_NETWORK_AND_PROCESS } from './rows/index.js';

playQuickly(OF_DISK_NETWORK_AND_PROCESS);
