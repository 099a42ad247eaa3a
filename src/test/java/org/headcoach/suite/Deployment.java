package org.headcoach.suite;

import java.io.File;

import com.icegreen.greenmail.util.GreenMail;

import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The war as it was built, with the in-container tests beside it: one deployment for all of them. */
@ArquillianSuiteDeployment
public class Deployment {

	@org.jboss.arquillian.container.test.api.Deployment
	public static WebArchive war() {
		var tests = ShrinkWrap.create(ExplodedImporter.class).importDirectory(new File("target/test-classes")).as(GenericArchive.class);
		return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/headcoach.war"))
				.merge(tests, "/WEB-INF/classes", Filters.include(".*/org/headcoach/(.*IT(\\$.*)?|InContainer.*|suite/Fixtures.*|suite/InContainer.*"
						+ "|pipeline/(FiguresByHand|StandardFunnel|SqlSeen|ImportingFiles).*|compensation/PayCase.*|contests/ContestCase.*|hiring/HiringCase.*|training/(Certification|Class|Exam)Case.*)\\.class"))
				// the mail server that tests of notices start beside them
				.addAsLibrary(new File(GreenMail.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
	}
}
