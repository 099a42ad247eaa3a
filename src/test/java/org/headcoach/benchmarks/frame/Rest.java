package org.headcoach.benchmarks.frame;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the one resource is. */
@ApplicationPath("api")
public class Rest extends Application {
}
