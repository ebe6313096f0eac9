LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


def moves(board):
    return [i for i, cell in enumerate(board) if cell == " "]


def best(board, player, me, known={}):
    key = board, player
    if key in known:
        return known[key]
    if (w := winner(board)) is not None:
        result = (1 if w == me else -1), None
    elif not moves(board):
        result = 0, None
    else:
        other = "O" if player == "X" else "X"
        options = [
            (best(board[:i] + player + board[i + 1:], other, me)[0], i) for i in moves(board)
        ]
        result = max(options, key=lambda o: (o[0], -o[1])) if player == me else min(options)
    known[key] = result
    return result


def draw(board):
    for row in range(3):
        print("|".join(board[row * 3:row * 3 + 3]))
        if row < 2:
            print("-+-+-")


board = "X   O   X"
score, move = best(board, "O", "O")
print(score, move)
board = board[:move] + "O" + board[move + 1:]
draw(board)
print(winner("XXX O O  "), winner(" " * 9), len(moves(board)))
