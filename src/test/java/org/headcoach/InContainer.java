package org.headcoach;

import org.headcoach.suite.Fixtures;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.inject.Inject;

/**
 * A test that runs inside the server, in the one deployment of the suite. Data is made by phrases of {@link Fixtures};
 * every test makes its own, with names that no other test uses, so their order does not matter.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class InContainer {

	@Inject
	protected Fixtures given;
}
