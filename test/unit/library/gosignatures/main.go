// Command gosignatures prints the exported functions, methods and fields of packages, one to a line, with the number
// of parameters and results, whether the last parameter is variadic, and whether a method needs a pointer.
package main

import (
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"os"
)

func main() {
	imports := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for _, path := range os.Args[1:] {
		pkg, err := imports.Import(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, path, err)
			os.Exit(1)
		}
		scope := pkg.Scope()
		for _, name := range scope.Names() {
			object := scope.Lookup(name)
			if object.Exported() {
				show(path+"."+name, object)
			}
		}
	}
}

func show(name string, object types.Object) {
	switch object := object.(type) {
	case *types.Func:
		showFunc(name, object.Type().(*types.Signature), false)
	case *types.TypeName:
		fmt.Println("type", name)
		showMembers(name, object.Type())
	case *types.Var:
		fmt.Println("value", name)
	case *types.Const:
		fmt.Println("value", name)
	}
}

func showMembers(name string, t types.Type) {
	if fields, ok := t.Underlying().(*types.Struct); ok {
		for field := range fields.Fields() {
			if field.Exported() {
				fmt.Println("value", name+"."+field.Name())
			}
		}
	}
	if !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	methods := types.NewMethodSet(t)
	for i := range methods.Len() {
		method := methods.At(i).Obj().(*types.Func)
		signature := method.Type().(*types.Signature)
		_, pointer := signature.Recv().Type().(*types.Pointer)
		if method.Exported() {
			showFunc(name+"."+method.Name(), signature, pointer)
		}
	}
}

func showFunc(name string, signature *types.Signature, pointer bool) {
	fmt.Println("func", name, signature.Params().Len(), signature.Results().Len(), signature.Variadic(), pointer)
}
