import type { SignIn } from '../auth/sign-in.ts';
import type { Handlers } from '../call.ts';
import { JSON_HEADERS } from '../errors.ts';
import type { EventHub } from '../event-hub.ts';
import { openApiText } from '../openapi.ts';
import type { ServerParts } from '../parts.ts';
import { circleHandlers } from './circles.ts';
import { dataHandlers } from './data.ts';
import { duplicateHandlers } from './duplicates.ts';
import { fileHandlers } from './files.ts';
import { filterHandlers } from './filters.ts';
import { gatheringHandlers } from './gatherings.ts';
import { historyHandlers } from './history.ts';
import { importHandlers } from './imports.ts';
import { introductionHandlers } from './introductions.ts';
import { keepingHandlers } from './keeping.ts';
import { longGameHandlers } from './long-game.ts';
import { memoryHandlers } from './memory.ts';
import { nearHandlers } from './near.ts';
import { peopleHandlers } from './people.ts';
import { pictureHandlers } from './pictures.ts';
import { prepHandlers } from './prep.ts';
import { resourceHandlers } from './resources.ts';
import { sessionHandlers } from './session.ts';
import { settingsHandlers } from './settings.ts';
import { todayHandlers } from './today.ts';
import { touchHandlers } from './touches.ts';
import { wordsHandlers } from './words.ts';

export function allHandlers({ parts, signIn, hub }: { parts: ServerParts; signIn: SignIn; hub: EventHub }): Handlers {
  return {
    ...sessionHandlers(signIn),
    ...todayHandlers,
    ...prepHandlers,
    ...pictureHandlers,
    ...peopleHandlers,
    ...keepingHandlers,
    ...touchHandlers,
    ...memoryHandlers,
    ...wordsHandlers,
    ...introductionHandlers,
    ...circleHandlers,
    ...filterHandlers,
    ...longGameHandlers,
    ...nearHandlers,
    ...resourceHandlers,
    ...gatheringHandlers,
    ...importHandlers,
    ...duplicateHandlers,
    ...historyHandlers,
    ...settingsHandlers,
    ...fileHandlers(hub),
    ...dataHandlers(parts),
    getOpenApi: async () => new Response(openApiText(parts), { headers: JSON_HEADERS }),
  };
}
