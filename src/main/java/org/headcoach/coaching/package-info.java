/** From figures to this month's coaching: diagnosis, self-review, the one-skill plan, inspection up the line, effect. */
package org.headcoach.coaching;
