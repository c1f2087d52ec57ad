// The page of the sandbox: each module looks after its part; here they are woken in order.
import { startAttach } from "./attach.js";
import { startChat } from "./chat.js";
import { startClock } from "./clock.js";
import { startCommands } from "./commands.js";
import { startComposer } from "./composer.js";
import { startDrawers } from "./drawers.js";
import { startHints } from "./hints.js";
import { translatePage } from "./i18n.js";
import { startLive } from "./live.js";
import { startPeople } from "./people.js";
import { startTools } from "./tools.js";

translatePage();
for (const start of [startDrawers, startPeople, startChat, startComposer, startCommands, startAttach, startClock, startTools, startHints]) start();
startLive();
