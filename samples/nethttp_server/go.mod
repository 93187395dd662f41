module example.com/nethttp_server

go 1.22
