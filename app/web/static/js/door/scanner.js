// Reads codes with the camera until it is stopped; jsQR is loaded when it is first needed.
const DoorScanner = (() => {
  const WIDEST = 640;
  let stream = null;
  let loading = null;

  const load = (url) => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = () => {
        loading = null;
        reject(new Error(url));
      };
      document.head.append(script);
    });
    return loading;
  };

  const read = (video, canvas) => {
    if (!video.videoWidth) return null;
    const scale = Math.min(1, WIDEST / video.videoWidth);
    [canvas.width, canvas.height] = [video.videoWidth * scale, video.videoHeight * scale].map(Math.round);
    const paper = canvas.getContext("2d", { willReadFrequently: true });
    paper.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = paper.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? null;
  };

  const start = async (video, url, found) => {
    await load(url);
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    video.srcObject = stream;
    await video.play();
    const canvas = document.createElement("canvas");
    const mine = stream;
    const turn = async () => {
      if (stream !== mine) return;
      const text = read(video, canvas);
      if (text) await found(text);
      setTimeout(turn, 120);
    };
    turn();
  };

  const stop = (video) => {
    stream?.getTracks().forEach((track) => track.stop());
    [stream, video.srcObject] = [null, null];
  };

  return { start, stop, isOn: () => stream !== null };
})();
