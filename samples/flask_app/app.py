from flask import Flask, jsonify

app = Flask(__name__)

USERS = {1: "Ada", 2: "Grace"}


@app.route("/")
def hello_world():
    return "Hello, Python!"


@app.route("/users/<int:user_id>")
def show_user(user_id):
    name = USERS.get(user_id)
    if name is None:
        return jsonify({"error": "no such user"}), 404
    return jsonify({"id": user_id, "name": name})


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080)
