package dev.restamp.tracker.alembic.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python's grammar says, in the cases where a parser goes wrong. */
class PythonParserTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            a + b * c ** -d             => Binary(+, a, Binary(*, b, Binary(**, c, Unary(-, d))))
            a - b - c                   => Binary(-, Binary(-, a, b), c)
            a | b ^ c & d               => Binary(|, a, Binary(^, b, Binary(&, c, d)))
            -a ** b                     => Unary(-, Binary(**, a, b))
            not a == b                  => Unary(not, Comparison(a, [Test(==, b)]))
            a or b and not c            => Logic(false, a, Logic(true, b, Unary(not, c)))
            a < b is not c not in d     => Comparison(a, [Test(<, b), Test(is not, c), Test(not in, d)])
            a if b else c if d else e   => Conditional(b, a, Conditional(d, c, e))
            1if a else 2                => Conditional(a, Whole[value=1], Whole[value=2])
            (a)                         => a
            (a,)                        => Display(TUPLE, [a])
            ()                          => Display(TUPLE, [])
            a,                          => a
            a, *b                       => Display(TUPLE, [a, Star(b)])
            {a, b}                      => Display(SET, [a, b])
            {**a, b: c}                 => Mapping([Entry(-, a), Entry(b, c)])
            f(a, *b, c=d, **e).g        => Attribute(Call(f, [Argument(POSITION, , a), Argument(STAR, , b), \
            Argument(KEYWORD, c, d), Argument(DOUBLE_STAR, , e)]), g)
            f(a for a in b)             => Call(f, [Argument(POSITION, , \
            Comprehension(GENERATOR, -, a, [Clause(a, b, [])]))])
            [a for a, b in c if d if e] => Comprehension(LIST, -, a, [Clause(Display(TUPLE, [a, b]), c, [d, e])])
            {a: b for a in c for b in d} => Comprehension(SET, a, b, [Clause(a, c, []), Clause(b, d, [])])
            a[b]                        => Subscript(a, b)
            a[b, c]                     => Subscript(a, Display(TUPLE, [b, c]))
            a[:b]                       => Subscript(a, Slice(-, b))
            a[len(b):]                  => Subscript(a, Slice(Call(len, [Argument(POSITION, , b)]), -))
            a[::2]                      => Subscript(a, Opaque<::2>)
            (a := b)                    => Walrus(a, b)
            lambda a, *b, c=1: a        => Lambda([Parameter(a, PLAIN, -), Parameter(b, REST, -), \
            Parameter(c, KEYWORD_ONLY, Whole[value=1])], a)
            await a                     => a
            await [a]                   => Display(LIST, [a])
            (yield a)                   => Yield(a)
            ...                         => Opaque<...>
            1_000 + 0xff + .5 + 1e3     => Binary(+, Binary(+, Binary(+, Whole[value=1000], Whole[value=255]), \
            Real[value=0.5]), Real[value=1000.0])
            2j                          => Opaque<2j>
            """)
    void reads_an_expression(String source, String expected) {
        assertThat(SyntaxText.of(source)).isEqualTo("Evaluate(" + expected + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            'a' "b"                => 'ab'
            '''a'b'''              => 'a'b'
            'it\\'s'               => 'it's'
            r'\\d'                 => '\\d'
            Rb'a'                  => Bytes[value=a]
            f'a{b}c'               => Interpolated(['a', Field(b, , ), 'c'])
            f'{{{a}}}'             => Interpolated(['{', Field(a, , ), '}'])
            f'{a!r:>{b}}'          => Interpolated(['', Field(a, >{b}, r), ''])
            f'{a != b}'            => Interpolated(['', Field(Comparison(a, [Test(!=, b)]), , ), ''])
            f'{a = }'              => Interpolated(['', Field(a, , ), ''])
            f'{a["b"]}'            => Interpolated(['', Field(Subscript(a, 'b'), , ), ''])
            f'{a['b']}'            => Interpolated(['', Field(Subscript(a, 'b'), , ), ''])
            f'{a:%H:%M}'           => Interpolated(['', Field(a, %H:%M, ), ''])
            f'{f'{a}'}'            => Interpolated(['', Field(Interpolated(['', Field(a, , ), '']), , ), ''])
            f'\\{a}'               => Interpolated(['\\', Field(a, , ), ''])
            f'\\N{DASH}'           => '\\N{DASH}'
            'a' f'{b}'             => Interpolated(['a', '', Field(b, , ), ''])
            t'{a}'                 => Opaque<t'{a}'>
            """)
    void reads_a_literal(String source, String expected) {
        assertThat(SyntaxText.of(source)).isEqualTo("Evaluate(" + expected + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            a = b = c, d            => Assign([a, b], Display(TUPLE, [c, d]))
            a: int = b              => Assign([a], b)
            a: int                  => Pass()
            a, (b, *c) = d          => Assign([Display(TUPLE, [a, Display(TUPLE, [b, Star(c)])])], d)
            a //= b                 => Augment(a, //, b)
            type[a] = b             => Assign([Subscript(type, a)], b)
            type A[T] = b           => Pass()
            match = a               => Assign([match], a)
            print = a               => Assign([print], a)
            print "a", b            => Pass()
            exec "a" in b           => Opaque<exec "a" in b>
            a; b;                   => Evaluate(a); Evaluate(b)
            import a.b, c.d as e    => Import([Binding(a, a), Binding(e, c.d)])
            from ..a import (b, c as d,) => Import([Binding(b, ..a.b), Binding(d, ..a.c)])
            from . import a         => Import([Binding(a, .a)])
            from a import *         => Import([])
            from __future__ import a => Pass()
            if a: b                 => If(a, [Evaluate(b)], [])
            async def f(): pass     => Define(f, [], [Pass()], [])
            def f[T](a: T, /, *, b=c) -> T: d => Define(f, [Parameter(a, PLAIN, -), \
            Parameter(b, KEYWORD_ONLY, c)], [Evaluate(d)], [])
            class A(B, metaclass=C): pass => DefineClass(A, [B], [Pass()])
            with a as b, c: d       => With([Item(a, b), Item(c, -)], [Evaluate(d)])
            with (a as b, c,): d    => With([Item(a, b), Item(c, -)], [Evaluate(d)])
            with (a or b).c() as d: e => With([Item(Call(Attribute(Logic(false, a, b), c), []), d)], [Evaluate(e)])
            for a, in b: c          => For(Display(TUPLE, [a]), b, [Evaluate(c)], [])
            """)
    void reads_a_statement(String source, String expected) {
        assertThat(SyntaxText.of(source)).isEqualTo(expected);
    }

    @Test
    void blocks_end_where_the_indent_ends() {
        assertThat(SyntaxText.of("""
                if a:
                    # comment
                  # comment less deep
                    if b:
                \tc

                    else: d
                elif e:
                    f(
                1)
                g \\
                  + h
                """))
                .isEqualTo("If(a, [If(b, [Evaluate(c)], [Evaluate(d)])], "
                        + "[If(e, [Evaluate(Call(f, [Argument(POSITION, , Whole[value=1])]))], [])]); "
                        + "Evaluate(Binary(+, g, h))");
    }

    @Test
    void try_has_all_its_parts() {
        assertThat(SyntaxText.of("""
                try:
                    a
                except (B, C) as e:
                    d
                except* F: g
                else:
                    h
                finally:
                    i
                """))
                .isEqualTo("Try([Evaluate(a)], [[Evaluate(d)], [Evaluate(g)]], [Evaluate(h)], [Evaluate(i)])");
    }

    @Test
    void a_match_statement_is_passed_over_whole() {
        assertThat(SyntaxText.of("match a:\n  case b:\n    c\nd\n"))
                .isEqualTo("Opaque<match a: case b: c>; Evaluate(d)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = = 2",
                "a = 'b",
                "a = f'{b'",
                "a b",
                "if a:\n  b c\n  d",
                "x = (1, 2]",
                "<<<<<<< HEAD",
                "  a",
                "try:\n  a",
                "a = ?",
                "return ="
            })
    void what_is_no_python_is_opaque_and_the_rest_is_read(String wrong) {
        var module = PythonParser.parse(PythonSource.of("before = 1\n" + wrong + "\nafter = 2\n"));
        assertThat(module.broken()).isPresent();
        assertThat(SyntaxText.of("before = 1\n" + wrong + "\nafter = 2\n"))
                .startsWith("Assign([before], Whole[value=1]); ")
                .contains("Opaque<")
                .endsWith("Assign([after], Whole[value=2])");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = (",
                "a = '''",
                "f({",
                "def f(:\n  a",
                "if a:",
                "def f():\n",
                "@",
                "a = \\",
                "f'{",
                "f\"{a:{",
                "'\\",
                "0x"
            })
    void a_file_may_break_off_anywhere(String source) {
        assertThat(PythonParser.parse(PythonSource.of("b\n" + source)).body()).isNotEmpty();
    }

    @Test
    void no_depth_of_brackets_is_too_much() {
        assertThat(PythonParser.parse(PythonSource.of("(".repeat(50_000))).broken())
                .isPresent();
    }

    @Test
    void places_are_what_stands_in_the_file() {
        var source = PythonSource.of("x = 1\nüber = f(\n    'ä'  # b\n)  # c\n");
        assertThat(PythonParser.parse(source).body().getLast().at().text()).isEqualTo("über = f(\n    'ä'  # b\n)");
    }
}
