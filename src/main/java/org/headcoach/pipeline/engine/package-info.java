/** The pure part of the pipeline: from the lines of an exported file to checked records, without a database. Read {@link org.headcoach.pipeline.engine.ImportKind} first. */
package org.headcoach.pipeline.engine;
