// Command go-ast-compare says whether two Go files mean the same to go/parser.
//
// It reads pairs of file names from standard input, one pair a line with a tab between, compares the two syntax trees
// and writes one line for each pair that differs, then a last line with the number of pairs. Positions, comments,
// parentheses and the spelling of literals do not count; which declaration a doc comment belongs to does.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strings"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	count := 0
	for lines.Scan() {
		left, right, _ := strings.Cut(lines.Text(), "\t")
		count++
		if difference := compare(left, right); difference != "" {
			fmt.Printf("%s: %s\n", left, strings.ReplaceAll(difference, "\n", `\n`))
		}
	}
	if err := lines.Err(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("compared %d\n", count)
}

// compare returns the first difference of two files, or nothing.
func compare(left, right string) string {
	var dumps [2]string
	for i, name := range []string{left, right} {
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			if i == 0 {
				return "" // Not Go to begin with.
			}
			return err.Error()
		}
		var dump dumper
		dump.value(reflect.ValueOf(file), "")
		dumps[i] = dump.text.String()
	}
	if dumps[0] == dumps[1] {
		return ""
	}
	leftLines, rightLines := strings.Split(dumps[0], "\n"), strings.Split(dumps[1], "\n")
	for i := range leftLines {
		if i >= len(rightLines) || leftLines[i] != rightLines[i] {
			from := max(0, i-3)
			return fmt.Sprintf("%q instead of %q", part(rightLines, from, i+1), part(leftLines, from, i+1))
		}
	}
	return "the printed file has more"
}

func part(lines []string, from, to int) []string {
	return lines[min(from, len(lines)):min(to, len(lines))]
}

// dumper writes a tree as one line for each value.
type dumper struct {
	text bytes.Buffer
}

// Positions whose presence, not their place, has a meaning.
var meaningfulPositions = map[string]bool{"CallExpr.Ellipsis": true, "TypeSpec.Assign": true}

// Fields that repeat what is elsewhere, or depend on layout.
var ignored = map[string]bool{
	"File.Comments": true, "File.Imports": true, "File.Scope": true, "File.Unresolved": true, "File.FileStart": true,
	"EmptyStmt.Implicit": true, "Field.Comment": true, "ImportSpec.Comment": true, "ValueSpec.Comment": true,
	"TypeSpec.Comment": true, "Ident.Obj": true, "BasicLit.ValuePos": true, "BasicLit.ValueEnd": true,
}

func (d *dumper) value(value reflect.Value, path string) {
	switch value.Kind() {
	case reflect.Interface, reflect.Pointer:
		d.pointer(value, path)
	case reflect.Slice:
		for i := range value.Len() {
			d.value(value.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.Struct:
		d.fields(value, path)
	default:
		fmt.Fprintf(&d.text, "%s = %v\n", path, value.Interface())
	}
}

func (d *dumper) pointer(value reflect.Value, path string) {
	if value.IsNil() {
		return
	}
	switch node := value.Interface().(type) {
	case *ast.ParenExpr:
		d.value(reflect.ValueOf(node.X), path)
	case *ast.BasicLit:
		fmt.Fprintf(&d.text, "%s = %s\n", path, literal(node))
	case *ast.CommentGroup:
		fmt.Fprintf(&d.text, "%s = %q\n", path, node.Text())
	case *ast.FieldList:
		d.value(reflect.ValueOf(node.List), path)
	default:
		if value.Kind() == reflect.Pointer {
			fmt.Fprintf(&d.text, "%s: %s\n", path, value.Type().Elem().Name())
		}
		d.value(value.Elem(), path)
	}
}

func (d *dumper) fields(value reflect.Value, path string) {
	position := reflect.TypeFor[token.Pos]()
	for i := range value.NumField() {
		field := value.Type().Field(i)
		name := value.Type().Name() + "." + field.Name
		switch {
		case ignored[name]:
		case field.Type == position:
			if meaningfulPositions[name] {
				fmt.Fprintf(&d.text, "%s.%s: %v\n", path, field.Name, value.Field(i).Interface().(token.Pos).IsValid())
			}
		default:
			d.value(value.Field(i), path+"."+field.Name)
		}
	}
}

// literal is the value of a literal. Floats are compared as float64, or as they were written where none holds them.
func literal(node *ast.BasicLit) string {
	value := constant.MakeFromLiteral(node.Value, node.Kind, 0)
	switch node.Kind {
	case token.FLOAT:
		if float, _ := constant.Float64Val(value); float != 0 {
			return fmt.Sprintf("float %v", float)
		}
		return "float " + value.ExactString()
	case token.IMAG:
		float, _ := constant.Float64Val(constant.Imag(value))
		return fmt.Sprintf("imaginary %v", float)
	case token.STRING:
		return fmt.Sprintf("string %q", constant.StringVal(value))
	default:
		return fmt.Sprintf("%v %s", node.Kind, value.ExactString())
	}
}
