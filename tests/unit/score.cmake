banxin_test(score_test SOURCES score_test.cpp DEPENDS banxin_score)
banxin_test(data_table_test SOURCES data_table_test.cpp DEPENDS banxin_score)
