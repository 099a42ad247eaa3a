package org.headcoach.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;

import org.headcoach.InContainer;
import org.junit.jupiter.api.Test;

import jakarta.el.ELException;
import jakarta.el.ELProcessor;

/** What a page calls is found quickly, and answers what the platform's own way of calling answers. */
class BeanMethodsIT extends InContainer {

	/** Each kind of method that pages call. */
	public static class Words {

		public String bare() {
			return "bare";
		}

		public String number(Number value, int decimals) {
			return value + " with " + decimals;
		}

		public String same(String text) {
			return text == null ? "null" : "'" + text + "'";
		}

		public String object(Object given) {
			return String.valueOf(given);
		}

		public String two(int number) {
			return "int " + number;
		}

		public String two(String text) {
			return "text " + text;
		}

		public String many(Object... all) {
			return all.length + " of them";
		}

		public String fails() {
			throw new IllegalStateException("on purpose");
		}
	}

	private static final List<String> CALLS = List.of("words.bare()", "words.number(3, 1)", "words.number(null, 0)", "words.same('a')", "words.same(null)", "words.same(7)",
			"words.object(null)", "words.object(words.bare())", "words.two(4)", "words.many(1, 2)", "'abc'.concat('d')", "[1, 2].size()", "[1, 2].contains(2)", "number.setScale(0).toString()");

	private static ELProcessor processor() {
		var processor = new ELProcessor();
		processor.defineBean("words", new Words());
		processor.defineBean("number", new BigDecimal("4.00"));
		return processor;
	}

	@Test
	void callsAsThePlatformDoes() {
		var quick = processor();
		quick.getELManager().addELResolver(new BeanMethods());
		for (var call : CALLS) {
			assertEquals((Object) processor().eval(call), quick.eval(call), call);
		}
	}

	@Test
	void whatAMethodThrowsIsTheCause() {
		var quick = processor();
		quick.getELManager().addELResolver(new BeanMethods());
		assertInstanceOf(IllegalStateException.class, assertThrows(ELException.class, () -> quick.eval("words.fails()")).getCause());
	}

	@Test
	void findsBeansByNameAndLeavesEverythingElse() {
		var names = new NamedBeans();
		var context = processor().getELManager().getELContext();
		assertInstanceOf(Formats.class, names.getValue(context, null, "fmt"));
		assertEquals(true, context.isPropertyResolved());
		context.setPropertyResolved(false);
		assertNull(names.getValue(context, null, "nobodyIsCalledSo"));
		assertNull(names.getValue(context, "base", "fmt"));
		assertEquals(false, context.isPropertyResolved());
	}
}
