/** What happens before the first page: migrations, the demo company, readiness. Read {@link org.headcoach.setup.Migrations} first. */
package org.headcoach.setup;
