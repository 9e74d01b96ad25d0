// Links every object file of every stage: that is the test.
int main() { return 0; }
