"""Exit codes. They are part of the interface and stand in `--help`."""

OK = 0
FINDINGS = 1
WRONG_USAGE = 2
COULD_NOT_RUN = 3
INTERRUPTED = 130

HELP = """退出码：
  0  没有问题
  1  有错误（validate：达到 --fail-on 的级别；render：因此没有生成；inspect：有一项不合）
  2  命令用法不对
  3  运行不了（文件读不了、写不了）"""
