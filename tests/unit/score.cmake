banxin_test(score_test SOURCES score_test.cpp DEPENDS banxin_score)
