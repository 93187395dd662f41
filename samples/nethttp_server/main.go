package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"strconv"
)

type user struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
}

var names = map[int]string{1: "Ada", 2: "Grace"}

func helloWorld(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, "Hello, Go!")
}

func showUser(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		http.Error(w, "the id is not a number", http.StatusBadRequest)
		return
	}
	name, ok := names[id]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(user{ID: id, Name: name}); err != nil {
		log.Print(err)
	}
}

func main() {
	http.HandleFunc("/", helloWorld)
	http.HandleFunc("GET /users/{id}", showUser)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
