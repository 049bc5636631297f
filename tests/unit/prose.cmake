# The prose that line layout is judged on: is it prose, and enough of everything?
banxin_test(prose_test SOURCES grammar_test.cpp prose_test.cpp DEPENDS banxin_prose)
