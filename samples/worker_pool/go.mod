module example.com/worker_pool

go 1.22
