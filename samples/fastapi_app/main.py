from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()


class Book(BaseModel):
    title: str
    pages: int = 0


books: dict[int, Book] = {1: Book(title="The Go Programming Language", pages=400)}


@app.get("/books/{book_id}")
async def read_book(book_id: int) -> Book:
    if book_id not in books:
        raise HTTPException(status_code=404, detail="no such book")
    return books[book_id]


@app.get("/books")
async def list_books(min_pages: int = 0) -> list[Book]:
    return [book for book in books.values() if book.pages >= min_pages]


@app.post("/books", status_code=201)
async def add_book(book: Book) -> dict[str, int]:
    book_id = max(books, default=0) + 1
    books[book_id] = book
    return {"id": book_id}


if __name__ == "__main__":
    import uvicorn

    uvicorn.run(app, host="0.0.0.0", port=8000)
